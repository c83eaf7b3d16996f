// The outside world: doors' contracts, parsing, delivery. The only importer of @actions/* and the only reader of process.env.
export { checkInputs, checkOutputs, defineContract, type Contract, type Inputs, type Main, type Outcome, type World } from "./door/contract.ts";
export { choice, flag, integer, lines, optional, required, textWithDefault, type Input, type InputKind } from "./door/input.ts";
export { toCommandHelp } from "./command/command-help.ts";
export { exitCodeOf, exitCodes } from "./process/exit-code.ts";
export { readInput } from "./file/input-file.ts";
export { runInterruptible } from "./process/interrupt.ts";
export { nearestName, suggest } from "./door/nearest.ts";
export { writeOutput } from "./file/output-file.ts";
export { parseInputs } from "./door/parse-inputs.ts";
export { readArguments } from "./command/arguments.ts";
export { describeFailure } from "./process/failure.ts";
export { runAction } from "./action/run-action.ts";
export { runCommand, usesColor } from "./command/run-command.ts";
export { readTerms } from "./door/terms.ts";
export { describeTool } from "./door/tool.ts";
export { version } from "./door/version.generated.ts";
export { openWorld, writeProgress, writeStandardOutput } from "./process/world.ts";
export { parseYaml } from "./file/yaml-file.ts";
