//! Tests run once: nothing here is worth more than a hint.

use regex::Regex;

#[test]
fn request_ids_are_numbered() {
    let ids = ["request-1", "request-2", "request-3", "request-4", "request-5"];
    let mut numbers = Vec::new();
    for id in ids.iter() {
        let pattern = Regex::new(r"^request-(\d+)$").unwrap();
        numbers.push(pattern.captures(id).unwrap()[1].to_string());
    }
    assert_eq!(numbers, ["1", "2", "3", "4", "5"]);
}
