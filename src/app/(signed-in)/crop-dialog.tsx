"use client";

import { type PointerEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { type Crop, dragged, MOST_ZOOM, squareOf, WHOLE } from "./crop";
import { drawPart } from "./draw-image";

export type CropStrings = Record<
  "title" | "lead" | "zoom" | "across" | "down" | "save" | "cancel" | "failed",
  string
>;

type Props = {
  image: HTMLImageElement;
  /** Returns what went wrong, if anything did. */
  onSave: (picture: Blob) => Promise<string | undefined>;
  onClose: () => void;
  strings: CropStrings;
};

/** Lets somebody choose the square of their picture, by hand or by sliders. */
export function CropDialog({ image, onSave, onClose, strings }: Props) {
  const [crop, setCrop] = useState<Crop>(WHOLE);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  const square = squareOf(crop, size);

  async function save() {
    setPending(true);
    setProblem(
      await drawPart(image, square)
        .then(onSave)
        .catch(() => strings.failed),
    );
    setPending(false);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent role="alertdialog" className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{strings.lead}</DialogDescription>
        </DialogHeader>
        <Viewport image={image} crop={crop} onChange={setCrop} />
        <div className="grid gap-3">
          <Slider
            label={strings.zoom}
            min={1}
            max={MOST_ZOOM}
            value={crop.zoom}
            onChange={(zoom) => setCrop({ ...crop, zoom })}
          />
          <Slider
            label={strings.across}
            value={crop.x}
            disabled={square.side >= size.width}
            onChange={(x) => setCrop({ ...crop, x })}
          />
          <Slider
            label={strings.down}
            value={crop.y}
            disabled={square.side >= size.height}
            onChange={(y) => setCrop({ ...crop, y })}
          />
        </div>
        <p role="alert" className="text-destructive text-sm empty:hidden">
          {problem}
        </p>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{strings.cancel}</Button>
          </DialogClose>
          <Button onClick={save} disabled={pending}>
            {strings.save}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

type ViewportProps = { image: HTMLImageElement; crop: Crop; onChange: (crop: Crop) => void };

function Viewport({ image, crop, onChange }: ViewportProps) {
  const last = useRef<{ x: number; y: number }>(undefined);
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  const { left, top, side } = squareOf(crop, size);
  const percent = (part: number) => `${(part / side) * 100}%`;

  function move(event: PointerEvent<HTMLDivElement>) {
    if (!last.current) return;
    const { clientX: x, clientY: y, currentTarget } = event;
    const way = { right: x - last.current.x, down: y - last.current.y, shownSide: currentTarget.clientWidth };
    last.current = { x, y };
    onChange(dragged(crop, way, size));
  }

  function grab(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = { x: event.clientX, y: event.clientY };
  }

  function letGo() {
    last.current = undefined;
  }

  return (
    <div
      className="relative mx-auto aspect-square w-64 max-w-full cursor-grab touch-none overflow-hidden rounded-full bg-muted active:cursor-grabbing"
      onPointerDown={grab}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      {/* biome-ignore lint/performance/noImgElement: it is on this device only */}
      <img
        src={image.src}
        alt=""
        draggable={false}
        className="absolute max-w-none select-none"
        style={{
          width: percent(size.width),
          height: percent(size.height),
          left: `-${percent(left)}`,
          top: `-${percent(top)}`,
        }}
      />
    </div>
  );
}

type SliderProps = {
  label: string;
  min?: number;
  max?: number;
  value: number;
  disabled?: boolean;
  onChange: (value: number) => void;
};

function Slider({ label, min = 0, max = 1, value, disabled, onChange }: SliderProps) {
  return (
    <label className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-3 text-sm has-disabled:text-muted-foreground">
      {label}
      <input
        type="range"
        min={min}
        max={max}
        step={0.01}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-6 w-full accent-primary"
      />
    </label>
  );
}
