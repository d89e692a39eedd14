// The package as a module of ECMAScript.
import { Policy } from "lq-rules";

const policy = Policy.load(`${process.argv[2]}/hello.lqb`);
if (policy.name !== "hello") throw new Error(policy.name);
