import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return (
		<main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-6">
			<h1 className="font-medium text-2xl tracking-tight">Nothing is here</h1>
			<p className="text-quiet leading-relaxed">The address may be mistyped, or what it led to has been removed.</p>
			<p>
				<a className="text-accent-ink underline underline-offset-4" href="/">
					Go to the playground
				</a>
			</p>
		</main>
	);
}
