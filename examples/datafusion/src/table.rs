//! A folder of Parquet or CSV files as the table `articles`.

use crate::corpus::{Format, sorted_files};
use crate::{Pending, at};
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::Schema;
use datafusion::common::{DataFusionError, Result};
use datafusion::datasource::file_format::options::{CsvReadOptions, ParquetReadOptions};
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::prelude::SessionContext;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many rows of each CSV file tell the types of its columns.
const ROWS_TO_TELL: usize = 1000;

/// Makes the Parquet or CSV files of a folder the table `articles`.
pub fn register<'a>(session: &'a SessionContext, folder: &'a Path) -> Pending<'a, ()> {
    Box::pin(async move {
        // The executors may run in another folder.
        let folder = folder.canonicalize().map_err(|error| at(folder, error))?;
        let path = folder.to_string_lossy();
        let (format, files) = files(&folder)?;
        let registered = match format {
            Format::Parquet => {
                let options = ParquetReadOptions::default();
                session.register_parquet("articles", path, options).await
            }
            Format::Csv => {
                let schema = csv_schema(&folder, &files)?;
                let options = CsvReadOptions::new()
                    .schema(&schema)
                    .newlines_in_values(true);
                session.register_csv("articles", path, options).await
            }
        };
        registered.map_err(|error| name_damaged_file(&folder, at(&folder, error.strip_backtrace())))
    })
}

/// The files of a folder, which are of one format.
fn files(folder: &Path) -> Result<(Format, Vec<PathBuf>)> {
    let parquet = sorted_files(folder, Format::Parquet.extension())?;
    let csv = sorted_files(folder, Format::Csv.extension())?;
    match (parquet.is_empty(), csv.is_empty()) {
        (false, true) => Ok((Format::Parquet, parquet)),
        (true, false) => Ok((Format::Csv, csv)),
        (false, false) => Err(at(folder, "holds both Parquet and CSV files")),
        (true, true) => Err(at(folder, "holds no Parquet and no CSV file")),
    }
}

/// The columns of CSV files. DataFusion would tell them too, but where a text has line breaks it
/// takes them for the ends of rows now and then.
fn csv_schema(folder: &Path, files: &[PathBuf]) -> Result<Schema> {
    let format = csv::reader::Format::default().with_header(true);
    let schema = |path: &PathBuf| -> Result<Schema> {
        let (schema, _) = format.infer_schema(File::open(path)?, Some(ROWS_TO_TELL))?;
        Ok(schema)
    };
    let schemas = files
        .iter()
        .map(|path| schema(path).map_err(|error| at(path, error)))
        .collect::<Result<Vec<_>>>()?;
    Schema::try_merge(schemas).map_err(|error| at(folder, error))
}

/// An error of a query over a folder, with the name of the file where one is damaged. What is
/// said of a file while it is read does not always name it, so that the files are read again until
/// one fails.
pub fn name_damaged_file(folder: &Path, error: DataFusionError) -> DataFusionError {
    let message = error.to_string().to_lowercase();
    let of_reading = ["parquet", "csv", "while parsing value"];
    if of_reading.iter().any(|part| message.contains(part)) {
        return damaged_file(folder).unwrap_or(error);
    }
    error
}

fn damaged_file(folder: &Path) -> Option<DataFusionError> {
    let (format, files) = files(folder).ok()?;
    let schema = match format {
        Format::Parquet => None,
        Format::Csv => match csv_schema(folder, &files) {
            Ok(schema) => Some(Arc::new(schema)),
            Err(error) => return Some(error),
        },
    };
    let read = |path: &Path| -> Result<()> {
        let file = File::open(path)?;
        if let Some(schema) = &schema {
            let reader = csv::ReaderBuilder::new(Arc::clone(schema)).with_header(true);
            reader.build(file)?.try_for_each(|batch| batch.map(drop))?;
        } else {
            let reader = ParquetRecordBatchReaderBuilder::try_new(file)?;
            reader.build()?.try_for_each(|batch| batch.map(drop))?;
        }
        Ok(())
    };
    files
        .iter()
        .find_map(|path| Some(at(path, read(path).err()?)))
}
