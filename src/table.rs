//! Reads the tab-separated tables of `data/` that are compiled into the crate.

/// The rows of a table: lines of tab-separated columns; `#` starts a comment line.
///
/// A row with another number of columns is a defect of the table, which the unit tests of
/// the modules that own the tables find; here it is passed over.
pub(crate) fn rows<const COLUMNS: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let row = std::array::from_fn(|_| columns.next().unwrap_or_default());
            (row.iter().all(|column| !column.is_empty()) && columns.next().is_none()).then_some(row)
        })
}
