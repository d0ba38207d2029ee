export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs") return;
	const { startUp } = await import("@/lib/runtime/start-up");
	await startUp();
}
