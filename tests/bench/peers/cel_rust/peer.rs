#[path = "../common/measure.rs"]
mod measure;

use cel_interpreter::{Context, Program, Value as Cel};

fn main() {
    let policy: serde_json::Value = serde_json::from_str(&measure::read("cel.json")).unwrap();
    let otherwise = policy["otherwise"].as_str().unwrap().to_string();
    let rules: Vec<(Program, String)> = policy["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| {
            let when = Program::compile(rule["when"].as_str().unwrap()).unwrap();
            (when, rule["outcome"].as_str().unwrap().to_string())
        })
        .collect();
    let prepare = |lead: &serde_json::Value| {
        let mut context = Context::default();
        context.add_variable("lead", lead.clone()).unwrap();
        context
    };
    measure::measure("0.10.0", prepare, |context| {
        for (when, outcome) in &rules {
            if when.execute(context).unwrap() == Cel::Bool(true) {
                return outcome.clone();
            }
        }
        otherwise.clone()
    });
}
