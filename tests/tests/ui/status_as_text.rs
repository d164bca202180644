//~ `&str` is not a status
//~ pass a number, such as `response.status().as_u16()`, or `None`
use coldsend_lint::Answer;

fn main() {
    let _ = Answer::parse("429", "{}");
}
