// Written by `npm run messages` from `script` in messages/LANGUAGE/survey.json.
// biome-ignore-all format: written by a program
window.texts = {
  "saved": "Saved",
  "partly": "Saved as far as it can be. {kept}",
  "sending": "Sending…",
  "offline": "No connection. {kept} Trying again…",
  "kept": "Your answers are kept on this device.",
  "unkept": "Please leave this page open.",
  "busy": "The service is busy. {kept} Trying again in a moment…",
  "failed": "The server answered with an error ({status}). What you typed is still here; please try again in a moment.",
  "restored": "What you typed on this device has been restored.",
  "conflict": "This page was changed in another tab. The answers that differ are marked. Press Next to see both.",
  "differs": "Another tab or device has a different answer to this question.",
  "over": "This page no longer takes answers. Press Next to go on.",
  "blocked": "This browser does not let pages keep anything. What you type is safe once “Saved” is shown.",
  "blockedForm": "This browser does not let pages keep anything: if you leave this page, you will have to type it again.",
  "left": "Still to check: {n}",
  "signedOut": "This device is signed out. {kept} Press Next to see how to sign in again.",
  "tooMany": "{n} characters too many"
}
