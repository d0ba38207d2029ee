import "server-only";
import type { ClientBase } from "pg";

/** Lists of ids make a new text for each length, and a connection never forgets what it prepared: these go without. */
const MAX_NAMES = 300;
const names = new Map<string, string>();

/** A statement with a name is parsed and planned once for each connection, and then only run. */
export function nameStatements(client: ClientBase): void {
	const query = client.query;
	const queryByName = (statement: unknown, ...rest: unknown[]) =>
		Reflect.apply(query, client, [isText(statement) ? named(statement) : statement, ...rest]);
	Reflect.set(client, "query", queryByName);
}

interface Text {
	readonly text: string;
	readonly name?: string;
}

/** As drizzle hands them over; what stands as a bare string is a command without parameters. */
function isText(statement: unknown): statement is Text {
	return (
		typeof statement === "object" && statement !== null && "text" in statement && typeof statement.text === "string"
	);
}

function named(statement: Text): Text {
	const name = names.get(statement.text);
	if (name !== undefined) return { ...statement, name };
	if (names.size === MAX_NAMES) return statement;
	const fresh = `s${names.size + 1}`;
	names.set(statement.text, fresh);
	return { ...statement, name: fresh };
}
