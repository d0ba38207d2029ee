import "server-only";
import { envSchema } from "@/lib/runtime/env-schema";
import { gatewayEnvSchema } from "@/lib/runtime/gateway-env";

const gatewayNames = Object.keys(gatewayEnvSchema.shape);
const envNames = [...Object.keys(envSchema.shape), ...gatewayNames];

const ourPrefixes = [...new Set(gatewayNames.map((name) => name.slice(0, name.indexOf("_") + 1))), "S3_"];

/** Edits (insert, delete, replace, swap of neighbours) that turn one name into the other. */
function countEdits(from: string, to: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			current[column] = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		[beforeLast, last] = [last, current];
	}
	return last[to.length] ?? 0;
}

// Short names are near to everybody's (HOST and HOME): only the longer ones are guarded against slips.
function findMeant(name: string): string | undefined {
	return envNames.find((known) => {
		const allowed = known.length >= 10 ? 2 : known.length >= 8 ? 1 : 0;
		return Math.abs(known.length - name.length) <= allowed && countEdits(name, known) <= allowed;
	});
}

/** One sentence for each variable that looks like ours and is not. */
export function findUnknownNames(given: readonly string[]): readonly string[] {
	return given
		.filter((name) => !envNames.includes(name))
		.flatMap((name) => {
			const meant = findMeant(name);
			if (meant !== undefined) return [`${name} is not known; did you mean ${meant}?`];
			const prefixed = ourPrefixes.some((prefix) => name.startsWith(prefix));
			return prefixed ? [`${name} is not known; .env.example lists every name.`] : [];
		});
}
