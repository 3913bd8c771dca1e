//! `akshar` as functions of Apache DataFusion: [`functions`]. The rest is what the binary of this
//! crate is made of: a [`corpus`] to try them on, the [`engine`] on one machine, and the same on a
//! [`cluster`].
#![forbid(unsafe_code)]

pub mod cluster;
pub mod corpus;
pub mod engine;
pub mod functions;

use datafusion::common::DataFusionError;
use std::fmt::Display;
use std::path::Path;

/// What went wrong with a file or a folder.
fn at(path: &Path, error: impl Display) -> DataFusionError {
    DataFusionError::Execution(format!("{}: {error}", path.display()))
}
