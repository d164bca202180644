//~ `Mine` is not a typed request
//~ to check your own JSON, use `check(operation, body)`
use coldsend_lint::requests::ApiRequest;

struct Mine;

impl ApiRequest for Mine {}

fn main() {}
