const RADII = [250, 308, 376, 456, 550, 660];

/** Nested arches that fade as they recede. Decoration only. */
export function GateArches() {
  return (
    <Arches className="absolute -top-[30rem] left-1/2 h-[83.75rem] w-[82.5rem] -translate-x-1/2 mask-[linear-gradient(black_50%,transparent_95%)]" />
  );
}

/** The same arches at the end of a panel. */
export function GateSilhouette() {
  return (
    <Arches className="absolute -top-[6.2rem] -right-44 h-96 w-[23.65rem] sm:-right-24 mask-[linear-gradient(to_right,transparent,black_60%)] " />
  );
}

function Arches({ className }: { className: string }) {
  return (
    <svg
      viewBox="0 -340 1320 1340"
      aria-hidden="true"
      className={`pointer-events-none -z-10 text-primary ${className}`}
      fill="none"
    >
      <radialGradient id="lantern" cx="660" cy="190" r="420" gradientUnits="userSpaceOnUse">
        <stop stopColor="var(--lantern)" stopOpacity=".2" />
        <stop offset="1" stopColor="var(--lantern)" stopOpacity="0" />
      </radialGradient>
      <path d={arch(RADII[0]!)} fill="url(#lantern)" />
      {RADII.map((radius, index) => (
        <path
          key={radius}
          d={arch(radius)}
          stroke="currentColor"
          strokeOpacity={0.34 / (index + 1.2)}
          strokeWidth={1.25}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

function arch(radius: number) {
  return `M${660 - radius} 1000V330a${radius} ${radius} 0 0 1 ${radius * 2} 0V1000`;
}
