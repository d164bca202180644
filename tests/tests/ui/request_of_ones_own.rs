//~ `Mine` is not a typed request
//~ check JSON of your own with `check(operation, body)`
use coldsend_lint::requests::ApiRequest;

struct Mine;

impl ApiRequest for Mine {}

fn main() {}
