"use client";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
	return (
		<main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-6">
			<h1 className="font-medium text-2xl tracking-tight">This page could not be shown</h1>
			<p className="text-quiet leading-relaxed">
				Your takes and drafts are safe. Try again; if it stays, reload the page.
			</p>
			<p>
				<button
					type="button"
					className="rounded-control bg-accent px-4 py-2 font-medium text-on-accent"
					onClick={reset}
				>
					Try again
				</button>
			</p>
		</main>
	);
}
