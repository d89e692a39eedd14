#[path = "../common/measure.rs"]
mod measure;

use cedar_policy::{Authorizer, Context, Entities, EntityUid, Policy, PolicyId, PolicySet, Request};

fn main() {
    let policy: serde_json::Value = serde_json::from_str(&measure::read("cedar.json")).unwrap();
    let otherwise = policy["otherwise"].as_str().unwrap().to_string();
    let rules = policy["rules"].as_array().unwrap();
    let policies = PolicySet::from_policies(rules.iter().enumerate().map(|(number, rule)| {
        let id = PolicyId::new(number.to_string());
        Policy::parse(Some(id), rule["when"].as_str().unwrap()).unwrap()
    }))
    .unwrap();
    let entity = |text: &str| text.parse::<EntityUid>().unwrap();
    let prepare = |lead: &serde_json::Value| {
        let context = Context::from_json_value(lead.clone(), None).unwrap();
        let lead = entity("Lead::\"lead\"");
        Request::new(lead.clone(), entity("Action::\"decide\""), lead, context, None).unwrap()
    };
    let authorizer = Authorizer::new();
    let entities = Entities::empty();
    measure::measure("4.14.1", prepare, |request| {
        let answer = authorizer.is_authorized(request, &policies, &entities);
        assert_eq!(answer.diagnostics().errors().count(), 0);
        let first = answer
            .diagnostics()
            .reason()
            .map(|id| id.to_string().parse::<usize>().unwrap())
            .min();
        match first {
            Some(number) => rules[number]["outcome"].as_str().unwrap().to_string(),
            None => otherwise.clone(),
        }
    });
}
