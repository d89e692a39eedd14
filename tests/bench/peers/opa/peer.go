package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

type rule struct {
	Outcome string
}

func main() {
	var policy struct {
		Otherwise string
		Rules     []rule
	}
	must(0, json.Unmarshal(read("cel.json"), &policy))
	ctx := context.Background()
	query := must(rego.New(rego.Query("data.lq.fired"),
		rego.Module("policy.rego", string(read("policy.rego")))).PrepareForEval(ctx))
	prepare := func(one lead) ast.Value { return must(ast.InterfaceToValue(one)) }
	measure("github.com/open-policy-agent/opa", prepare, func(input ast.Value) string {
		results := must(query.Eval(ctx, rego.EvalParsedInput(input)))
		if len(results) == 0 {
			must(0, fmt.Errorf("no result"))
		}
		// A set comes sorted.
		fired := results[0].Expressions[0].Value.([]any)
		if len(fired) == 0 {
			return policy.Otherwise
		}
		return policy.Rules[must(fired[0].(json.Number).Int64())].Outcome
	})
}
