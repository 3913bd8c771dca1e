//! Queries on one machine, and what the cluster shares with it.

use crate::{Pending, at, functions};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::common::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::physical_plan::{ExecutionPlan, collect};
use datafusion::prelude::{SessionConfig, SessionContext};
use std::fs;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The ready-made queries, by name.
pub const QUERIES: &[(&str, &str)] = &[
    (
        "keywords-by-month",
        include_str!("../queries/keywords-by-month.sql"),
    ),
    (
        "sentences-by-outlet",
        include_str!("../queries/sentences-by-outlet.sql"),
    ),
    (
        "duplicates-by-headline",
        include_str!("../queries/duplicates-by-headline.sql"),
    ),
];

/// A ready-made query by its name, a file that ends in `.sql`, or SQL as it is.
pub fn query(argument: &str) -> Result<String> {
    if let Some((_, sql)) = QUERIES.iter().find(|(name, _)| *name == argument) {
        return Ok((*sql).to_owned());
    }
    if argument.ends_with(".sql") {
        return fs::read_to_string(argument).map_err(|error| at(argument.as_ref(), error));
    }
    Ok(argument.to_owned())
}

/// A session on this machine with the functions.
pub fn session(partitions: usize) -> Result<SessionContext> {
    // As Ballista reads it, for which views are too large to send; and where a query keeps a text
    // for each group, views are slower.
    let config = SessionConfig::new()
        .with_target_partitions(partitions)
        .set_bool(
            "datafusion.execution.parquet.schema_force_view_types",
            false,
        );
    let mut session = SessionContext::new_with_config(config);
    register_functions(&mut session)?;
    Ok(session)
}

pub fn register_functions(registry: &mut dyn FunctionRegistry) -> Result<()> {
    for function in functions::all() {
        registry.register_udf(function)?;
    }
    Ok(())
}

/// What a query gave, and how long it took.
#[derive(Debug)]
pub struct Answer {
    pub batches: Vec<RecordBatch>,
    pub time: Duration,
}

/// Runs a query. `watch` is told a few times a second how many rows of the table have been read,
/// as far as that is known here.
pub fn run<'a>(
    session: &'a SessionContext,
    sql: &'a str,
    watch: impl FnMut(usize) + Send + 'a,
) -> Pending<'a, Answer> {
    run_watched(session, sql, Box::new(watch))
}

fn run_watched<'a>(
    session: &'a SessionContext,
    sql: &'a str,
    mut watch: Box<dyn FnMut(usize) + Send + 'a>,
) -> Pending<'a, Answer> {
    Box::pin(async move {
        let start = Instant::now();
        let frame = session.sql(sql).await?;
        let context = Arc::new(frame.task_ctx());
        let plan = frame.create_physical_plan().await?;
        let mut query = pin!(collect(Arc::clone(&plan), context));
        let mut ticks = tokio::time::interval(Duration::from_millis(200));
        let batches = loop {
            tokio::select! {
                batches = &mut query => break batches?,
                _ = ticks.tick() => watch(rows_read(plan.as_ref())),
            }
        };
        Ok(Answer {
            batches,
            time: start.elapsed(),
        })
    })
}

/// What the leaves of a plan, its scans, have given so far.
fn rows_read(plan: &dyn ExecutionPlan) -> usize {
    let mut rows = 0;
    let mut open = vec![plan];
    while let Some(plan) = open.pop() {
        let children = plan.children();
        if children.is_empty() {
            let metrics = plan.metrics();
            rows += metrics
                .and_then(|metrics| metrics.output_rows())
                .unwrap_or(0);
        }
        open.extend(children.into_iter().map(AsRef::as_ref));
    }
    rows
}

/// Each row as text: what is compared between two runs, which may give text in another of its
/// types.
pub fn rows(batches: &[RecordBatch]) -> Result<Vec<String>> {
    let options = FormatOptions::new().with_null("null");
    let mut rows = Vec::new();
    for batch in batches {
        let columns = batch
            .columns()
            .iter()
            .map(|column| ArrayFormatter::try_new(column, &options))
            .collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            let cells: Vec<_> = columns
                .iter()
                .map(|column| column.value(row).to_string())
                .collect();
            rows.push(cells.join("\t"));
        }
    }
    Ok(rows)
}

/// The bytes of UTF-8 in headlines and bodies, where the table has them: what throughput is of.
pub fn text_bytes(session: &SessionContext) -> Pending<'_, Option<u64>> {
    Box::pin(async move {
        use datafusion::arrow::array::AsArray;
        use datafusion::arrow::datatypes::Int64Type;

        let sql =
            "SELECT sum(CAST(octet_length(headline) + octet_length(body) AS BIGINT)) FROM articles";
        let Ok(frame) = session.sql(sql).await else {
            return Ok(None);
        };
        let batches = frame.collect().await?;
        let sum = batches.iter().find(|batch| batch.num_rows() > 0);
        Ok(sum.map(|batch| batch.column(0).as_primitive::<Int64Type>().value(0) as u64))
    })
}
