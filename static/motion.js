// What moves by itself moves for those alone who did not ask their system for less motion.
export const wantsLessMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
