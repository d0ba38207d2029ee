import { connection } from "next/server";
import { currentPhase } from "@/lib/runtime/lifecycle";

export async function GET(): Promise<Response> {
	await connection();
	const phase = currentPhase();
	const status = phase === "draining" ? 503 : 200;
	return Response.json({ live: true, ready: phase === "ready" }, { status, headers: { "cache-control": "no-store" } });
}
