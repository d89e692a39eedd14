package main

import (
	"encoding/json"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
)

type rule struct {
	Outcome string
	When    string
}

func main() {
	var policy struct {
		Otherwise string
		Rules     []rule
	}
	must(0, json.Unmarshal(read("cel.json"), &policy))
	environment := must(cel.NewEnv(cel.Variable("lead", cel.MapType(cel.StringType, cel.DynType))))
	programs := make([]cel.Program, len(policy.Rules))
	for i, one := range policy.Rules {
		checked, issues := environment.Compile(one.When)
		must(0, issues.Err())
		programs[i] = must(environment.Program(checked, cel.EvalOptions(cel.OptOptimize)))
	}
	prepare := func(one lead) map[string]any { return map[string]any{"lead": one} }
	measure("cel.dev/cel-go", prepare, func(input map[string]any) string {
		for i, program := range programs {
			result, _, err := program.Eval(input)
			if must(result, err) == types.True {
				return policy.Rules[i].Outcome
			}
		}
		return policy.Otherwise
	})
}
