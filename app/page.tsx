const shots = [
	{ words: "Wide: rain on an empty platform", seconds: 3 },
	{ words: "She reads the letter, lips moving", seconds: 4 },
	{ words: "The train takes the light away", seconds: 3 },
];

export default function HomePage() {
	return (
		<main className="mx-auto flex min-h-dvh max-w-4xl flex-col justify-center gap-12 px-6 py-16">
			<header className="grid gap-4">
				<p className="text-accent text-sm">Kling 3.0 Turbo, shot by shot</p>
				<h1 className="text-balance font-medium text-5xl tracking-tight sm:text-7xl">Storyreel</h1>
				<p className="max-w-prose text-lg text-pretty text-quiet leading-relaxed">
					Lay out shots of whole seconds, see the exact price at every gateway, and render with sound.
				</p>
			</header>
			<ol aria-label="A sample reel" className="flex flex-col gap-px overflow-hidden rounded-lg bg-edge sm:flex-row">
				{shots.map((shot, index) => (
					<li key={shot.words} className="bg-panel p-4" style={{ flexGrow: shot.seconds, flexBasis: 0 }}>
						<p className="flex justify-between text-quiet text-xs tabular-nums">
							<span>Shot {index + 1}</span>
							<span>{shot.seconds} s</span>
						</p>
						<p className="mt-6 text-sm leading-snug">{shot.words}</p>
					</li>
				))}
			</ol>
		</main>
	);
}
