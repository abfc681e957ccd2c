// Reads the reports of all suites, prints what failed, a line for each suite, and the line that CI looks for.
// Arguments: the folder of the reports, and the folder of the corpus, without which (and only then) tests may be skipped.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, corpus] = process.argv.slice(2);
const suites = readFileSync(join(folder, "suites.tsv"), "utf8").trim().split("\n")
  .map(line => line.split("\t"))
  .map(([name, code, seconds]) => ({ name, code: Number(code), seconds: Number(seconds) }));

const passed = name => ({ name, status: "passed" });
const failed = (name, message) => ({ name, status: "failed", message });

function testsOf(suite) {
  const report = join(folder, `${suite.name}.json`);
  const log = join(folder, `${suite.name}.log`);
  if (suite.name === "tsc")
    return [suite.code === 0 ? passed("types") : failed("types", readFileSync(log, "utf8"))];
  if (!existsSync(report))
    return [failed("the suite ran to its end", `exit code ${suite.code}, no report\n${tail(log)}`)];
  const json = JSON.parse(readFileSync(report, "utf8"));
  const tests = suite.name === "vitest" ? fromVitest(json) : json.results.tests;
  if (tests.length === 0)
    return [failed("the suite has tests", "none was found")];
  // A crash after the last test, or in a fixture's end, is in no test's result.
  if (suite.code !== 0 && tests.every(test => test.status !== "failed"))
    tests.push(failed("the suite ended well", `exit code ${suite.code}\n${tail(log)}`));
  return tests;
}

const fromVitest = json => json.testResults.flatMap(file =>
  file.assertionResults.length === 0 && file.status === "failed"
    ? [failed(file.name, file.message)]
    : file.assertionResults.map(test => ({
      name: test.fullName,
      status: test.status === "pending" || test.status === "todo" ? "skipped" : test.status,
      message: test.failureMessages?.join("\n"),
    })));

const tail = file => existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n") : "";

/** Only the corpus may be absent, and only where it really is. */
const mayBeSkipped = test => /corpus/i.test(test.message ?? "") && !existsSync(corpus);

const total = { passed: 0, failed: 0, skipped: 0 };
let forbidden = 0;
for (const suite of suites) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const test of testsOf(suite)) {
    const status = test.status === "passed" || test.status === "skipped" ? test.status : "failed";
    count[status]++;
    if (status === "failed")
      console.log(`FAILED ${suite.name}: ${test.name}\n  ${(test.message ?? "").trim().replaceAll("\n", "\n  ")}`);
    if (status === "skipped" && !mayBeSkipped(test)) {
      forbidden++;
      console.log(`SKIPPED without need ${suite.name}: ${test.name}: ${test.message ?? "no reason"}`);
    }
  }
  for (const status of Object.keys(total))
    total[status] += count[status];
  console.log(`${suite.name.padEnd(14)} ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${suite.seconds} s`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || forbidden > 0 ? 1 : 0;
