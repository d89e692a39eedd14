// What every peer that is written in Rust shares: cases in, one line of JSON out.
use serde_json::Value;
use std::time::Instant;

// Fewest leads that are compared and measured.
const LEAST: usize = 25;

pub fn read(name: &str) -> String {
    let folder = std::env::args().nth(1).expect("a folder of inputs");
    std::fs::read_to_string(format!("{folder}/{name}")).expect("an input")
}

// Nanoseconds of CPU time, of all threads: what others do on the machine does not count.
fn cpu() -> f64 {
    cpu_time::ProcessTime::now().as_duration().as_nanos() as f64
}

// `prepare` turns a lead into what the peer takes; `decide` gives the outcome.
pub fn measure<L>(version: &str, prepare: impl Fn(&Value) -> L, decide: impl Fn(&L) -> String) {
    let seconds: f64 = std::env::args().nth(2).expect("seconds").parse().expect("a number");
    let cases: Vec<Value> =
        read("cases.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut leads = Vec::new();
    let start = Instant::now();
    for case in &cases {
        let lead = prepare(&case["lead"]);
        assert_eq!(decide(&lead), case["expect"].as_str().unwrap(), "{case}");
        leads.push(lead);
        if start.elapsed().as_secs_f64() > seconds / 4.0 && leads.len() >= LEAST {
            break;
        }
    }
    let mut rounds = Vec::new();
    let start = Instant::now();
    while start.elapsed().as_secs_f64() < seconds || rounds.len() < 3 {
        let round = cpu();
        for lead in &leads {
            std::hint::black_box(decide(lead));
        }
        rounds.push((cpu() - round) / leads.len() as f64);
    }
    rounds.sort_by(f64::total_cmp);
    let at = |share: f64| rounds[(share * (rounds.len() - 1) as f64) as usize];
    println!(
        "{{\"version\":\"{version}\",\"equal\":{},\"ns\":{},\"q1\":{},\"q3\":{}}}",
        leads.len(), at(0.5), at(0.25), at(0.75)
    );
}
