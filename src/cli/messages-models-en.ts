// What `models` says, in English.
export const MODEL_HELP_EN = {
  models: {
    does: "pull, add and check models",
    list: "list the models, and what of them is on this machine",
    pull: "fetch models of the standard pack; goes on where an earlier run broke off",
    offline: "forbid any connection: only check what is there",
    verify: "read every file of the models again (default: all that are there)",
    remove: "remove the files of a model; a later pull must bring the same ones",
    forget: "also forget what the files were, so that a later pull may bring others",
    add: "add an ONNX network of your own: features for memory banks, or a YOLOX detector",
    name: "name of the model",
    names: "names of models",
    newName: "its name: lower-case letters, digits and hyphens",
    onnx: "the ONNX file",
    from: "take the file of this pulled model",
    taps: "two levels of features, or one of a transformer, by the names of tensors; inner ones too",
    input: "longer edge at which it sees pictures, in pixels",
    mean: "mean of red, green and blue, from 0 to 1",
    std: "deviation of red, green and blue",
    detector: "it is a detector: yolox",
    labels: "text file with the detector's words, one a line",
    licence: "its licence",
  },
};

export const MODEL_WORDS_EN = {
  models: {
    states: { verified: "verified", missing: "not here", damaged: "damaged" },
    origins: { bundled: "bundled", hub: "hub", added: "your own" },
    removed: (name: string) => `The model ${name} is removed.`,
    unverified: (facts: string) => `not confirmed: ${facts}`,
    pullHint: (name: string) => `gumsa models pull ${name}`,
    numbersInvalid: "It must be three numbers, such as 0.485,0.456,0.406.",
    inputInvalid: "It must be a whole number of pixels from 32 to 2048.",
    sourceNeeded: "Name either --onnx FILE or --from MODEL.",
    kindNeeded: "Name either --taps A,B or --detector yolox with --labels FILE.",
  },
};
