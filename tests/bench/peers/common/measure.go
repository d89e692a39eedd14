// What every peer that is written in Go shares: cases in, one line of JSON out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sort"
	"strconv"
	"syscall"
	"time"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func read(name string) []byte {
	return must(os.ReadFile(filepath.Join(os.Args[1], name)))
}

// Fewest leads that are compared and measured.
const least = 25

type lead = map[string]any

func versionOf(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	return "unknown"
}

// Nanoseconds of CPU time, of all threads: what others do on the machine does not count.
func cpu() int64 {
	var usage syscall.Rusage
	must(0, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

// `prepare` turns a lead into what the peer takes; `decide` gives the outcome.
func measure[L any](module string, prepare func(lead) L, decide func(L) string) {
	seconds := must(strconv.ParseFloat(os.Args[2], 64))
	limit := func(share float64) time.Time {
		return time.Now().Add(time.Duration(seconds * share * float64(time.Second)))
	}
	var leads []L
	lines := bufio.NewScanner(bytes.NewReader(read("cases.jsonl")))
	for end := limit(0.25); lines.Scan() && (len(leads) < least || time.Now().Before(end)); {
		var one struct {
			Lead   map[string]json.RawMessage
			Expect string
		}
		must(0, json.Unmarshal(lines.Bytes(), &one))
		prepared := prepare(plain(one.Lead))
		if outcome := decide(prepared); outcome != one.Expect {
			must(0, fmt.Errorf("decides %s where LQ decides %s: %s", outcome, one.Expect, lines.Text()))
		}
		leads = append(leads, prepared)
	}
	var rounds []float64
	for end := limit(1); time.Now().Before(end) || len(rounds) < 3; {
		start := cpu()
		for _, one := range leads {
			decide(one)
		}
		rounds = append(rounds, float64(cpu()-start)/float64(len(leads)))
	}
	sort.Float64s(rounds)
	at := func(share float64) float64 { return rounds[int(share*float64(len(rounds)-1))] }
	fmt.Printf("{\"version\":%q,\"equal\":%d,\"ns\":%f,\"q1\":%f,\"q3\":%f}\n",
		versionOf(module), len(leads), at(0.5), at(0.25), at(0.75))
}

// Numbers as whole ones.
func plain(raw map[string]json.RawMessage) lead {
	values := lead{}
	for name, text := range raw {
		if number, err := strconv.ParseInt(string(text), 10, 64); err == nil {
			values[name] = number
			continue
		}
		var value any
		must(0, json.Unmarshal(text, &value))
		values[name] = value
	}
	return values
}
