//! The SQL functions.
//!
//! | function | takes | gives |
//! | --- | --- | --- |
//! | `hi_nfc(text)` | text | text in NFC |
//! | `hi_fold(text)` | text | text folded for search, every fold on |
//! | `hi_lemma(word)` | text | text: the form under which a dictionary has the word |
//! | `hi_stem(word)` | text | text: what all forms of the word share, to match them |
//! | `hi_romanize(text)` | text | text as people type Hindi in Latin letters |
//! | `hi_transliterate(text, scheme)` | text, the name of a scheme | Devanagari written in the scheme |
//! | `hi_sentences(text)` | text | list of text |
//! | `hi_tokens(text)` | text | list of text |
//! | `hi_words(text)` | text | list of text |
//! | `hi_is_stopword(word)` | text | boolean |
//!
//! Text is `Utf8`, `LargeUtf8` or `Utf8View`, or a dictionary of one of them; what comes out, and
//! the items of a list, are of the type that went in. Null gives null. Anything else, a wrong
//! number of arguments, or a literal that names no scheme is an error when the query is planned;
//! a scheme from a column that is unknown is an error when its row is reached. Every such error
//! names the function.

use akshar::{Folder, Scheme};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, LargeStringBuilder, ListBuilder, StringArrayType,
    StringBuilder, StringLikeArrayBuilder, StringViewBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, ScalarValue, exec_err, internal_err, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature,
    Volatility,
};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// How a function of the library meets a row.
enum Apply {
    Text(fn(&str) -> Cow<'_, str>),
    /// Gives each item to the other function, until that fails.
    List(fn(&str, Give) -> Result<()>),
    Flag(fn(&str) -> bool),
    /// Text and the name of a scheme.
    Scheme(fn(&str, Scheme) -> String),
}

type Give<'g> = &'g mut dyn FnMut(&str) -> Result<()>;

/// Every function, by name.
static FUNCTIONS: &[(&str, Apply)] = &[
    ("hi_nfc", Apply::Text(akshar::nfc)),
    ("hi_fold", Apply::Text(|text| Folder::search().fold(text))),
    ("hi_lemma", Apply::Text(akshar::lemma)),
    ("hi_stem", Apply::Text(akshar::stem)),
    (
        "hi_romanize",
        Apply::Text(|text| akshar::romanize(text).into()),
    ),
    (
        "hi_transliterate",
        Apply::Scheme(|text, scheme| akshar::transliterate(text, Scheme::Devanagari, scheme)),
    ),
    (
        "hi_sentences",
        Apply::List(|text, give| {
            akshar::sentences(text).try_for_each(|sentence| give(sentence.text))
        }),
    ),
    (
        "hi_tokens",
        Apply::List(|text, give| akshar::tokens(text).try_for_each(|token| give(token.text))),
    ),
    (
        "hi_words",
        Apply::List(|text, give| akshar::words(text).try_for_each(|word| give(word.text))),
    ),
    ("hi_is_stopword", Apply::Flag(akshar::is_stopword)),
];

/// All the functions, to be registered where queries are planned and where they run.
pub fn all() -> Vec<Arc<ScalarUDF>> {
    FUNCTIONS
        .iter()
        .map(|(name, apply)| {
            Arc::new(ScalarUDF::new_from_impl(HindiFunction {
                name,
                apply,
                signature: Signature::user_defined(Volatility::Immutable),
            }))
        })
        .collect()
}

#[derive(Debug)]
struct HindiFunction {
    name: &'static str,
    apply: &'static Apply,
    signature: Signature,
}

/// The name tells a function from every other.
impl PartialEq for HindiFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for HindiFunction {}

impl Hash for HindiFunction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl std::fmt::Debug for Apply {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Apply::Text(_) => "Text",
            Apply::List(_) => "List",
            Apply::Flag(_) => "Flag",
            Apply::Scheme(_) => "Scheme",
        })
    }
}

impl ScalarUDFImpl for HindiFunction {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, arguments: &[DataType]) -> Result<Vec<DataType>> {
        let text = |argument: &DataType| match text_type(argument) {
            Some(text) => Ok(text),
            None => plan_err!(
                "{} takes text (Utf8, LargeUtf8 or Utf8View), not {argument}",
                self.name
            ),
        };
        match (self.apply, arguments) {
            (Apply::Scheme(_), [argument, scheme]) => {
                text(scheme)?;
                Ok(vec![text(argument)?, DataType::Utf8])
            }
            (Apply::Scheme(_), _) => plan_err!(
                "{} takes two arguments, text and the name of a scheme, not {}",
                self.name,
                arguments.len()
            ),
            (_, [argument]) => Ok(vec![text(argument)?]),
            _ => plan_err!("{} takes one argument, not {}", self.name, arguments.len()),
        }
    }

    fn return_type(&self, arguments: &[DataType]) -> Result<DataType> {
        let Some(text) = arguments.first().and_then(text_type) else {
            return plan_err!("{} takes text, not {arguments:?}", self.name);
        };
        Ok(match self.apply {
            Apply::Text(_) | Apply::Scheme(_) => text,
            Apply::List(_) => DataType::new_list(text, true),
            Apply::Flag(_) => DataType::Boolean,
        })
    }

    fn return_field_from_args(&self, arguments: ReturnFieldArgs) -> Result<FieldRef> {
        if let Some(Some(scheme)) = arguments.scalar_arguments.get(1)
            && let Some(Some(name)) = scheme.try_as_str()
            && let Err(unknown) = name.parse::<Scheme>()
        {
            return plan_err!("{}: {unknown}", self.name);
        }
        let types: Vec<_> = arguments
            .arg_fields
            .iter()
            .map(|field| field.data_type().clone())
            .collect();
        Ok(Arc::new(Field::new(
            self.name,
            self.return_type(&types)?,
            true,
        )))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        // Scalars alone make one row, which stays a scalar.
        let scalar = arguments
            .args
            .iter()
            .all(|argument| matches!(argument, ColumnarValue::Scalar(_)));
        let rows = if scalar { 1 } else { arguments.number_rows };
        let Some(text) = arguments.args.first() else {
            return internal_err!("{} was called without an argument", self.name);
        };
        let text = text.to_array(rows)?;
        let scheme = arguments
            .args
            .get(1)
            .map(|scheme| scheme.to_array(rows))
            .transpose()?;
        let output = match text.data_type() {
            DataType::Utf8 => {
                self.rows::<_, StringBuilder>(text.as_string::<i32>(), scheme, i32::MAX as usize)
            }
            DataType::LargeUtf8 => {
                self.rows::<_, LargeStringBuilder>(text.as_string::<i64>(), scheme, usize::MAX)
            }
            DataType::Utf8View => {
                self.rows::<_, StringViewBuilder>(text.as_string_view(), scheme, usize::MAX)
            }
            other => internal_err!("{} was called with {other}", self.name),
        }?;
        Ok(if scalar {
            ColumnarValue::Scalar(ScalarValue::try_from_array(&output, 0)?)
        } else {
            ColumnarValue::Array(output)
        })
    }
}

impl HindiFunction {
    /// The function over each row; `bytes` is what one array of the output type can hold.
    fn rows<'a, Input, Output>(
        &self,
        text: Input,
        scheme: Option<ArrayRef>,
        bytes: usize,
    ) -> Result<ArrayRef>
    where
        Input: StringArrayType<'a>,
        Output: StringLikeArrayBuilder,
    {
        let mut room = Room {
            function: self.name,
            bytes,
            // The offsets of a list are of 32 bits.
            items: i32::MAX as usize,
        };
        match self.apply {
            Apply::Text(apply) => {
                let mut output = Output::with_capacity(text.len());
                for row in text.iter() {
                    match row {
                        Some(row) => {
                            let value = apply(row);
                            room.take(&value)?;
                            output.append_value(&value);
                        }
                        None => output.append_null(),
                    }
                }
                Ok(output.finish())
            }
            Apply::Scheme(apply) => {
                let Some(schemes) = scheme else {
                    return internal_err!("{} was called without a scheme", self.name);
                };
                let mut output = Output::with_capacity(text.len());
                // Rows that follow each other mostly name the same scheme.
                let mut known: Option<(&str, Scheme)> = None;
                for row in text.iter().zip(schemes.as_string::<i32>()) {
                    let (Some(row), Some(name)) = row else {
                        output.append_null();
                        continue;
                    };
                    let scheme = match known {
                        Some((known, scheme)) if known == name => scheme,
                        _ => match name.parse() {
                            Ok(scheme) => scheme,
                            Err(unknown) => return exec_err!("{}: {unknown}", self.name),
                        },
                    };
                    known = Some((name, scheme));
                    let value = apply(row, scheme);
                    room.take(&value)?;
                    output.append_value(&value);
                }
                Ok(output.finish())
            }
            Apply::List(apply) => {
                let mut output =
                    ListBuilder::with_capacity(Output::with_capacity(text.len()), text.len());
                for row in text.iter() {
                    if let Some(row) = row {
                        apply(row, &mut |item| {
                            room.take(item)?;
                            output.values().append_value(item);
                            Ok(())
                        })?;
                    }
                    output.append(row.is_some());
                }
                Ok(Arc::new(output.finish()))
            }
            Apply::Flag(apply) => {
                let flags: BooleanArray = text.iter().map(|row| row.map(apply)).collect();
                Ok(Arc::new(flags))
            }
        }
    }
}

/// The most bytes of one text: what the lengths of a view can tell.
const LONGEST: usize = i32::MAX as usize;

/// What still goes into an array before its offsets overflow, at which the builders would panic.
struct Room {
    function: &'static str,
    bytes: usize,
    items: usize,
}

impl Room {
    fn take(&mut self, value: &str) -> Result<()> {
        if value.len() > LONGEST {
            return exec_err!("{}: a text of its output is over 2 GiB", self.function);
        }
        let left = (
            self.bytes.checked_sub(value.len()),
            self.items.checked_sub(1),
        );
        let (Some(bytes), Some(items)) = left else {
            return exec_err!(
                "{}: the output of one batch is too large; set a smaller batch size",
                self.function
            );
        };
        (self.bytes, self.items) = (bytes, items);
        Ok(())
    }
}

/// The type of text that an argument is read as.
fn text_type(argument: &DataType) -> Option<DataType> {
    match argument {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Some(argument.clone()),
        DataType::Null => Some(DataType::Utf8),
        DataType::Dictionary(_, value) => text_type(value),
        _ => None,
    }
}
