// After a refused form, the keyboard and the screen reader start at the summary of errors.
document.querySelector(".resume-erreurs")?.focus();
