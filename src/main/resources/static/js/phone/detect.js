// In what kind of browser these pages are open, and what it will not do for them. Pure.

const IN_APP = [
  ['zalo', /\bZalo(?:\/|\b)/i],
  ['facebook', /\bFBA[NV]\b|\bFB_IAB\b|\bMessenger\b|\bInstagram\b/i],
  ['tiktok', /musical_ly|BytedanceWebview|TikTok|Bytedance/i],
];

/**
 * told: {ua, standalone, secure, touchPoints, worker}. Answers
 * app: zalo, facebook, tiktok, webview, or null for a browser of its own;
 * system: android, ios, or other;
 * evicts: what is kept may be thrown away after a week without a visit (Safari, unless installed);
 * offline: the pages can be kept on this phone.
 */
export function detect({ ua, standalone = false, secure = true, touchPoints = 0, worker = true }) {
  const ios = /iPhone|iPad|iPod/.test(ua) || (/Macintosh/.test(ua) && touchPoints > 1);
  const system = ios ? 'ios' : /Android/.test(ua) ? 'android' : 'other';
  const named = IN_APP.find(([, pattern]) => pattern.test(ua))?.[0] ?? null;
  const webview = (system === 'android' && /; wv\)/.test(ua))
    || (ios && !standalone && !/Safari\//.test(ua) && /AppleWebKit/.test(ua));
  const app = standalone ? null : named ?? (webview ? 'webview' : null);
  return { app, system, standalone, evicts: ios && !standalone && !app, insecure: !secure, offline: secure && worker && !app };
}
