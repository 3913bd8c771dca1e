//! `akshar` as functions of Apache DataFusion: [`functions`]. The rest is what the binary of this
//! crate is made of: a [`corpus`] to try them on, a folder of files as a [`table`], the [`engine`] on
//! one machine, and the same on a [`cluster`].
#![forbid(unsafe_code)]

pub mod cluster;
pub mod corpus;
pub mod engine;
pub mod functions;
pub mod table;

use datafusion::common::{DataFusionError, Result};
use std::fmt::Display;
use std::path::Path;
use std::pin::Pin;

/// What is to be awaited, boxed: an `async fn` is compiled with all that it awaits, which here is
/// much of the engine, in each program and test that awaits it.
pub type Pending<'a, Output> = Pin<Box<dyn Future<Output = Result<Output>> + Send + 'a>>;

/// What went wrong with a file or a folder.
fn at(path: &Path, error: impl Display) -> DataFusionError {
    DataFusionError::Execution(format!("{}: {error}", path.display()))
}
