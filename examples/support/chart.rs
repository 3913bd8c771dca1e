//! Bar charts as SVG: text as text, readable on a light page and a dark one.

use std::fmt::{self, Display, Formatter};

use super::markup::Escaped;

// All lengths are pixels at the size of the picture.
const WIDTH: f64 = 760.0;
const MARGIN: f64 = 20.0;
/// Where bars begin, and how long the longest is.
const BARS: f64 = 240.0;
const LENGTH: f64 = 370.0;
/// The height of a row of text, and of a bar in it.
const ROW: f64 = 20.0;
const BAR: f64 = 12.0;
/// What stands above the first group: the title, a note and the scale.
const HEAD: f64 = 84.0;
/// The room above a group.
const GAP: f64 = 10.0;

const STYLE: &str = "\
    text{font:13px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;fill:#24292f}\
    .title{font-size:17px;font-weight:600}.group{font-weight:600}\
    .quiet{fill:#57606a;font-size:12px;paint-order:stroke;stroke:#fff;stroke-width:4}.ground{fill:#fff;stroke:#d0d7de}\
    .grid{stroke:#d8dee4}.ours{fill:#b4530f}.other{fill:#8c959f}\
    .wrong{fill:none;stroke:#8c959f;stroke-dasharray:3 2}.goal{stroke:#24292f;stroke-width:2}\
    @media(prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{fill:#9198a1;stroke:#0d1117}\
    .ground{fill:#0d1117;stroke:#3d444d}.grid{stroke:#2a313c}.ours{fill:#f0a15f}\
    .other{fill:#6e7681}.wrong{stroke:#8b949e}.goal{stroke:#e6edf3}}";

/// Groups of bars on one logarithmic scale.
pub struct Chart {
    pub title: &'static str,
    /// What the scale is, in a line.
    pub note: &'static str,
    /// The first and the last power of ten of the scale.
    pub powers: [i32; 2],
    pub groups: Vec<Group>,
}

pub struct Group {
    pub title: String,
    pub bars: Vec<Bar>,
}

pub struct Bar {
    pub label: String,
    pub value: f64,
    /// The value as the reader is told it.
    pub shown: String,
    /// Where a mark stands.
    pub goal: Option<f64>,
    pub look: Look,
}

/// How a bar looks.
#[derive(Clone, Copy)]
pub enum Look {
    /// Of this project.
    Ours,
    /// Of another.
    Other,
    /// Of one whose answers are wrong: an outline.
    Wrong,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Look::Ours => "ours",
            Look::Other => "other",
            Look::Wrong => "wrong",
        }
    }
}

impl Chart {
    /// Where a value stands; what is off the scale stands at its end.
    fn place(&self, value: f64) -> f64 {
        let [first, last] = self.powers.map(f64::from);
        BARS + LENGTH * ((value.log10() - first) / (last - first)).clamp(0.0, 1.0)
    }

    fn height(&self) -> f64 {
        let rows = self
            .groups
            .iter()
            .map(|group| GAP + ROW * (1 + group.bars.len()) as f64);
        HEAD + rows.sum::<f64>() + MARGIN
    }
}

impl Display for Chart {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let height = self.height();
        let [title, note] = [self.title, self.note].map(Escaped);
        writeln!(
            formatter,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">
<title>{title}</title>
<style>{STYLE}</style>
<rect class="ground" x="0.5" y="0.5" width="{}" height="{}" rx="6"/>
<text class="title" x="{MARGIN}" y="32">{title}</text>
<text class="quiet" x="{MARGIN}" y="53">{note}</text>"#,
            WIDTH - 1.0,
            height - 1.0
        )?;
        for power in self.powers[0]..=self.powers[1] {
            let value = 10f64.powi(power);
            let place = self.place(value);
            let end = height - MARGIN;
            writeln!(
                formatter,
                r#"<path class="grid" d="M{place:.1} {HEAD}V{end}"/><text class="quiet" x="{place:.1}" y="{}" text-anchor="middle">{value}</text>"#,
                HEAD - 6.0
            )?;
        }
        let mut top = HEAD;
        for group in &self.groups {
            top += GAP;
            let base = top + 14.0;
            let title = Escaped(&group.title);
            writeln!(
                formatter,
                r#"<text class="group" x="{MARGIN}" y="{base}">{title}</text>"#
            )?;
            top += ROW;
            for bar in &group.bars {
                self.write_bar(bar, top, formatter)?;
                top += ROW;
            }
        }
        writeln!(formatter, "</svg>")
    }
}

impl Chart {
    fn write_bar(&self, bar: &Bar, top: f64, formatter: &mut Formatter<'_>) -> fmt::Result {
        let base = top + 14.0;
        let end = self.place(bar.value);
        writeln!(
            formatter,
            r#"<text x="{}" y="{base}" text-anchor="end">{}</text><rect class="{}" x="{BARS}" y="{}" width="{:.1}" height="{BAR}"/>"#,
            BARS - 8.0,
            Escaped(&bar.label),
            bar.look.class(),
            top + (ROW - BAR) / 2.0,
            end - BARS
        )?;
        let mut after = end;
        if let Some(goal) = bar.goal {
            let goal = self.place(goal);
            after = after.max(goal);
            let [top, length] = [top + 2.0, ROW - 4.0];
            writeln!(
                formatter,
                r#"<path class="goal" d="M{goal:.1} {top}v{length}"/>"#
            )?;
        }
        writeln!(
            formatter,
            r#"<text class="quiet" x="{:.1}" y="{base}">{}</text>"#,
            after + 8.0,
            Escaped(&bar.shown)
        )
    }
}
