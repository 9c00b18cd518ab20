const SIGNS_OF_USE = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll'] as const;
let used: Promise<void> | undefined;

/** The reader begins to use the page; until then nothing asks for more than the server's drawings and tables. */
export const onUse = (): Promise<void> => {
  used ??= new Promise((resolve) => {
    if (window.scrollY > 0) resolve();
    for (const sign of SIGNS_OF_USE)
      window.addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true });
  });
  return used;
};
