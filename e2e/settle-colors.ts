/** Colors on their way to others would be measured as they are in between. What repeats for ever is jumped over. In the browser. */
export function settleColors() {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel();
    else animation.finish();
}
