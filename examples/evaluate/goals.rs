//! The measures that have a goal, as a chart.

use super::support::chart::{Bar, Chart, Group, Look};
use super::{Score, Table};

/// What a measure is to be, in its own unit.
#[derive(Clone, Copy)]
enum Goal {
    AtLeast(f64),
    AtMost(f64),
}
use Goal::{AtLeast, AtMost};

/// The goals by group: how the chart calls a measure, and its row in the table. Spoken schwas
/// are left out, because the table tries them on words that the weights were learned from.
type Goals = [(&'static str, &'static [(&'static str, &'static str, Goal)])];
const GOALS: &Goals = &[
    (
        "Tokens, F1",
        &[
            ("by document", "tokens, by document", AtLeast(99.85)),
            (
                "joined by a space",
                "tokens, joined by a space",
                AtLeast(99.85),
            ),
            (
                "dandas as full stops",
                "tokens, joined, final dandas as full stops",
                AtLeast(99.85),
            ),
            (
                "no space after a danda",
                "tokens, joined, no space after a danda",
                AtLeast(99.85),
            ),
        ],
    ),
    (
        "Sentences, F1",
        &[
            ("by document", "sentences, by document", AtLeast(100.0)),
            (
                "joined by a space",
                "sentences, joined by a space",
                AtLeast(99.6),
            ),
            (
                "dandas as full stops",
                "sentences, joined, final dandas as full stops",
                AtLeast(99.4),
            ),
            (
                "no space after a danda",
                "sentences, joined, no space after a danda",
                AtLeast(99.6),
            ),
        ],
    ),
    (
        "Stopwords, % of tokens",
        &[
            (
                "closed-class words found",
                "closed-class tokens found",
                AtLeast(96.0),
            ),
            (
                "other words wrongly hit",
                "open-class tokens wrongly hit",
                AtMost(1.5),
            ),
        ],
    ),
    (
        "Lemmas",
        &[
            (
                "exact, % of tokens",
                "lemma exactly as in the file",
                AtLeast(93.0),
            ),
            (
                "words grouped, F1 of pairs",
                "words grouped by lemma",
                AtLeast(93.0),
            ),
        ],
    ),
    (
        "Search keys",
        &[
            (
                "romanizations that meet, %",
                "% of attestations that meet their word",
                AtLeast(95.0),
            ),
            (
                "other words that meet, number",
                "other words that share a key, for each word",
                AtMost(1.5),
            ),
        ],
    ),
    (
        "Transliteration, % of words",
        &[
            (
                "romanized as a native writer has it",
                "words as some native writer has them",
                AtLeast(78.0),
            ),
            ("round trip through ISO 15919", "ISO 15919", AtLeast(100.0)),
        ],
    ),
];

/// The chart of the measures of the table that have a goal.
pub fn chart(table: &Table) -> Chart {
    let groups = GOALS.iter().map(|(title, goals)| {
        let bars = goals.iter().filter_map(|(label, name, goal)| {
            let mut rows = table.sections.iter().flat_map(|section| &section.rows);
            let row = rows.find(|row| row.name == *name)?;
            Some(bar(label, measure(&row.score), *goal))
        });
        Group {
            title: (*title).to_owned(),
            bars: bars.collect(),
        }
    });
    Chart {
        title: "Accuracy: what goes wrong, of 100",
        note: "On a logarithmic scale: shorter is better. The line is the goal. The numbers are the measures.",
        powers: [-2, 2],
        groups: groups.filter(|group| !group.bars.is_empty()).collect(),
    }
}

const fn measure(score: &Score) -> f64 {
    match score {
        Score::F1 { f1, .. } => *f1,
        Score::Share { percent, .. } => *percent,
        Score::Mean { mean, .. } => *mean,
    }
}

fn bar(label: &str, measure: f64, goal: Goal) -> Bar {
    let (value, of_goal, shown) = match goal {
        AtLeast(least) => (100.0 - measure, 100.0 - least, format!("goal {least}")),
        AtMost(most) => (measure, most, format!("goal at most {most}")),
    };
    Bar {
        label: label.to_owned(),
        value,
        shown: format!("{measure:.2} ({shown})"),
        goal: Some(of_goal),
        look: Look::Ours,
    }
}
