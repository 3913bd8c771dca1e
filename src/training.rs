//! What `examples/train.rs` needs to learn the weights: the very features that are looked up
//! with them. No part of the public API.

pub use crate::transliterate::context::{Context, Letter, WEIGHT_UNIT, place};
pub use crate::transliterate::schwa::{Speaker, features as schwa_features};
pub use crate::transliterate::spelling::{
    features as spelling_features, features_after, output_hash,
};
pub use crate::transliterate::vocabulary::Vocabulary;
