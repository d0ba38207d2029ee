import { lockDirectory } from "@/lib/storage/pglite/directory-lock";

const [directory = "", startAtMs = "0"] = process.argv.slice(2);

// All starters of a race spin until the same moment.
while (Date.now() < Number(startAtMs)) {}
try {
	await lockDirectory(directory);
	console.log("won");
	setInterval(() => {}, 1_000);
} catch (error) {
	console.log(error instanceof Error && "code" in error ? error.code : error);
}
