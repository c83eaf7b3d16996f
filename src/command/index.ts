// Side room, foreign tools. In: a program and its arguments. Out: how it ended. No shell, no waiting without end, nothing of ours left running.
export { runCommand, type CommandOptions, type CommandResult, type RunCommand } from "./run-command.ts";
