#pragma once
#include <stdio.h>

#include <histedit.h>

/* The functions of libedit that take a variable number of arguments, each as it is used: Swift can't call them. */

/* The standard streams are variables, which Swift takes for shared state. */
static inline EditLine *katydid_edit_start(const char *program) { return el_init(program, stdin, stdout, stderr); }

static inline int katydid_edit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  return el_set(editor, EL_PROMPT, prompt);
}

static inline int katydid_edit_set_editor(EditLine *editor, const char *mode) {
  return el_set(editor, EL_EDITOR, mode);
}

/// Sets the terminal up for editing, as reading a line does itself only after it has shown the prompt.
static inline int katydid_edit_prepare_terminal(EditLine *edit) { return el_set(edit, EL_PREP_TERM, 1); }

static inline int katydid_edit_handle_signals(EditLine *editor, int handles) {
  return el_set(editor, EL_SIGNAL, handles);
}

static inline int katydid_edit_add_function(
    EditLine *editor, const char *name, const char *help, unsigned char (*function)(EditLine *, int)) {
  return el_set(editor, EL_ADDFN, name, help, function);
}

static inline int katydid_edit_bind(EditLine *editor, const char *key, const char *function) {
  return el_set(editor, EL_BIND, key, function, NULL);
}

/* The name of the keys that are in use: emacs or vi. */
static inline const char *katydid_edit_editor(EditLine *editor) {
  const char *mode = NULL;
  return el_get(editor, EL_EDITOR, &mode) == 0 ? mode : NULL;
}

static inline int katydid_edit_use_history(EditLine *editor, History *history_) {
  return el_set(editor, EL_HIST, history, history_);
}

static inline int katydid_history_set_size(History *history_, int size) {
  HistEvent event;
  return history(history_, &event, H_SETSIZE, size);
}

static inline int katydid_history_set_unique(History *history_, int unique) {
  HistEvent event;
  return history(history_, &event, H_SETUNIQUE, unique);
}

static inline int katydid_history_enter(History *history_, const char *line) {
  HistEvent event;
  return history(history_, &event, H_ENTER, line);
}

static inline int katydid_history_load(History *history_, const char *path) {
  HistEvent event;
  return history(history_, &event, H_LOAD, path);
}

static inline int katydid_history_save(History *history_, const char *path) {
  HistEvent event;
  return history(history_, &event, H_SAVE, path);
}
