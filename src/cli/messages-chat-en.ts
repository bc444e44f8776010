export const CHAT_HELP_EN = {
  chat: {
    does: "ask about a recorded inspection; nothing that is said changes it",
    inspection: "the inspection's id",
    question: "ask this and end; may be given several times",
    thread: "go on with this conversation (default: a new one)",
    writer: "who answers: rule, or a language model (default: as for inspect)",
  },
};

export const CHAT_WORDS_EN = {
  chat: {
    begin: (id: string) => `Asking about ${id}. An empty line or Ctrl-D ends the conversation.`,
    thread: (id: string) => `Conversation ${id}; go on with --thread ${id}`,
    picture: (file: string) => `picture: ${file}`,
    removed: (count: number) =>
      `${count === 1 ? "1 sentence was" : `${count} sentences were`} left out: the evidence does not carry ${count === 1 ? "it" : "them"}.`,
    takeover: (writer: string, code: string, reason: string) =>
      `${writer} did not answer (${code}: ${reason}); the rules answer instead.`,
    tool: (name: string) => `looking up: ${name}`,
  },
};
