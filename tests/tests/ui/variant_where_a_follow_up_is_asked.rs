//~ `coldsend_lint::requests::Variant` cannot be used for a value of type `SequenceVariant`
use coldsend_lint::requests::{Sequence, Variant};

fn main() {
    let _ = Sequence::builder().variants([Variant::new("Hi", "Hi {{first_name}}, …")]);
}
