//~ `Secret` doesn't implement `std::fmt::Display`
//~ `{:?}`
use coldsend_lint::requests::Secret;

fn main() {
    println!("{}", Secret::from("hunter2"));
}
