//! Counts the addresses of a CSV by class in SQL, and lists those that are not valid.
//!
//! `cargo run`, in this folder
use coldsend_lint::leads::{AddressClass, classify};
use datafusion::arrow::array::StringViewArray;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::cast::as_string_view_array;
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, Volatility, create_udf};
use datafusion::prelude::{CsvReadOptions, SessionContext};
use std::sync::Arc;

/// `address_class(email)` in SQL: `valid`, `doubtful` or `invalid`, as an empty cell is.
fn address_class(arguments: &[ColumnarValue]) -> Result<ColumnarValue> {
    let arrays = ColumnarValue::values_to_arrays(arguments)?;
    let cells = as_string_view_array(&arrays[0])?;
    let class = |cell: Option<&str>| match classify(cell.unwrap_or_default()) {
        AddressClass::Valid(_) => "valid",
        AddressClass::Doubtful(_) => "doubtful",
        AddressClass::Invalid => "invalid",
    };
    let classes = StringViewArray::from_iter_values(cells.iter().map(class));
    Ok(ColumnarValue::Array(Arc::new(classes)))
}

#[tokio::main]
async fn main() -> Result<()> {
    let context = SessionContext::new();
    let text = DataType::Utf8View;
    context.register_udf(create_udf(
        "address_class",
        vec![text.clone()],
        text,
        Volatility::Immutable,
        Arc::new(address_class),
    ));
    context.register_csv("leads", "leads.csv", CsvReadOptions::new()).await?;
    for query in [
        "SELECT address_class(email) AS class, count(*) AS leads FROM leads GROUP BY class ORDER BY leads DESC, class",
        "SELECT email, company, address_class(email) AS class FROM leads WHERE address_class(email) <> 'valid'",
    ] {
        context.sql(query).await?.show().await?;
    }
    Ok(())
}
