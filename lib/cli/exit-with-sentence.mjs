/** A failure that a person can act on. Its message is a whole sentence. */
export class Refusal extends Error {
	name = "Refusal";
}

const knownFailures = ["Refusal", "EnvError", "DataDirError"];

/** Ends the process: with a sentence where the failure is the person's to mend, with everything we know where it is ours. */
export function exitWithSentence(error) {
	const known = knownFailures.includes(error?.name) || error?.code === "EBUSY_DATA_DIR";
	console.error(known ? error.message : error);
	process.exit(1);
}
