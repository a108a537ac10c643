//! Prints the same whether values are copied or moved.

fn keep(tokens: Vec<u32>) -> usize {
    tokens.len()
}

fn whole(tokens: Vec<u32>) -> usize {
    let count = tokens.len();
    count + keep(tokens.clone())
}

fn branch(name: String, hidden: bool) -> String {
    if hidden {
        "hidden".to_string()
    } else {
        name.clone()
    }
}

fn per_turn(count: usize) -> Vec<String> {
    let mut names = Vec::new();
    for number in 0..count {
        let name = format!("worker-{number}");
        names.push(name.clone());
    }
    names
}

fn fresh(name: &str, parts: &[String]) -> Vec<String> {
    let joined = parts.join("-").clone();
    let lower = name.to_lowercase().clone();
    vec![joined, lower, name.to_string().clone()]
}

fn main() {
    println!("{}", whole(vec![1, 2, 3]));
    println!("{} {}", branch("name".to_string(), true), branch("name".to_string(), false));
    println!("{:?}", per_turn(3));
    println!("{:?}", fresh("Name", &["a".to_string(), "b".to_string()]));
}
