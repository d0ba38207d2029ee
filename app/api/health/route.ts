import { connection } from "next/server";
import { currentPhase } from "@/lib/runtime/lifecycle";

/** Answers while the product is up. While it starts or drains, our http server answers 503 in its place. */
export async function GET(): Promise<Response> {
	await connection();
	const body = { live: true, ready: currentPhase() === "ready" };
	return Response.json(body, { headers: { "cache-control": "no-store" } });
}
