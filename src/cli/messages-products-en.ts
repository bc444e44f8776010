// What the commands about products say, in English: `product`, `manuals`, `cases`.
export const PRODUCT_HELP_EN = {
  product: {
    does: "register and show products",
    add: "learn a product from good pictures",
    list: "list the products",
    show: "show what is known of a product",
    remove: "remove a product",
    id: "lower-case letters, digits and hyphens",
    good: "folder of pictures of good parts",
    manual: "PDF manuals of the product",
    cases:
      "folder of known defects, one folder a type; masks in <folder>_ground_truth/<type>/<name>_mask.png",
    types: "JSON file of defect types (gumsa schema types)",
    alpha: "rate of good parts that may be failed (default: 0.05)",
    grounder: "who draws boxes for phrases: cases, or a model for boxes (default: cases)",
    nameKo: "its Korean name",
    nameEn: "its English name",
    model:
      "show the product's feature network, or change it: built beside the old one, then switched at once",
    newModel: "the network from now on (gumsa models list)",
    trial: "build and compare, and leave everything as it is",
    back: "go back to the network before",
  },
  manuals: {
    does: "add and search the manuals of products",
    add: "add PDF manuals to a product",
    list: "list the manuals",
    remove: "take a manual out of the search; reports that cite it keep its pages",
    search: "find the passages that answer a question",
    coverage: "show which defect types the manuals explain, and which they do not",
    pdf: "PDF files",
    document: "the manual's file name, as listed",
    ofProduct: "of this product (default: the only one)",
    question: "a question, or a few words",
    limit: "passages at the most",
    pages: "folder for pictures of the pages, with the quotations marked",
  },
  cases: {
    does: "add and list known defect cases of products",
    add: "add pictures of a known defect",
    list: "list the cases",
    remove: "remove a case",
    product: "the product's id",
    type: "the code of the defect type",
    pictures: "pictures of the defect",
    box: "where the defect lies, in pixels: x,y,width,height (default: what the memory bank finds)",
    view: "the view that the pictures show",
    id: "the case's id, such as casting_hole_001",
    search: "find cases by words: defect types, and what the pictures show where CLIP is there",
    words: "what the defect looks like",
    count: "cases at the most",
    ofProduct: "of this product",
  },
};

export const PRODUCT_WORDS_EN = {
  product: {
    none: "No product is registered.",
    addHint: "gumsa product add <id> --good <folder>",
    several: (ids: string) => `Several products are registered: ${ids}.`,
    added: (id: string) => `The product ${id} is registered.`,
    removed: (id: string) =>
      `The product ${id} is removed, with its good pictures, its memory bank, its cases and its manuals. Its inspections stay.`,
    alphaInvalid: "It must lie between 0 and 0.5.",
    typesInvalid: (file: string, detail: string) => `${file} is not a list of defect types: ${detail}`,
    labels: {
      views: "views",
      alpha: "alpha",
      references: "good pictures",
      bank: "memory bank",
      types: "defect types",
      manuals: "manuals",
      cases: "known cases",
    },
    nothing: "none",
    noBank: "not built yet",
    threshold: (distance: string) => `threshold ${distance}`,
    falseAlarmBound: (percent: string) => `false alarms below ${percent} % (95 % confidence)`,
  },
  manuals: {
    none: "No manual is registered.",
    notFound: (product: string) => `The manuals of ${product} hold no passage about it.`,
    kept: (documents: string) => `added before the error: ${documents}`,
    refused: {
      manual_encrypted: {
        message: (file: string) => `${file} is protected by a password.`,
        hint: "Take the password off: qpdf --decrypt --password=SECRET in.pdf out.pdf",
      },
      manual_without_text: {
        message: (file: string) => `${file} has no text layer, only pictures or drawings.`,
        hint: "Add a text layer: ocrmypdf --language kor+eng in.pdf out.pdf",
      },
      manual_unreadable: {
        message: (file: string) => `${file} is not a readable PDF.`,
        hint: "Open it in a PDF viewer. If it shows, export it as PDF again; if not, fetch a new copy.",
      },
    },
    removed: (document: string) =>
      `${document} is removed from the search, in all its revisions. Reports that cite it keep its pages.`,
    modelAway: (of: { model: string; reason: string }) =>
      `Searched by words alone: the embedding model ${of.model} does not answer (${of.reason}).`,
    size: (of: { revision: number; pages: number; passages: number }) =>
      `revision ${of.revision}, ${of.pages} pages, ${of.passages} passages`,
    place: (of: { document: string; revision: number; page: number }) =>
      `${of.document} (revision ${of.revision}), page ${of.page}`,
    limitInvalid: (highest: number) => `It must be a whole number from 1 to ${highest}.`,
    coverage: {
      type: "defect type",
      sections: { causes: "causes", actions: "actions", prevention: "prevention" },
      document: (document: string, revision: number) => `${document} (revision ${revision})`,
      pages: (pages: string) => `p. ${pages}`,
      gap: "none",
      gaps: "The manuals say nothing of:",
      complete: "Every defect type has causes, actions and prevention.",
      noTypes: (product: string) => `The product ${product} has no defect types.`,
    },
  },
  cases: {
    none: "No case is stored.",
    removed: (id: string) => `The case ${id} is removed. Inspections that named it stay.`,
    boxInvalid: "It must be four numbers: x,y,width,height.",
    noTypes: (folder: string) => `${folder} holds no folder that is named like a defect type.`,
    noTypesHint: "one folder a defect type: lower-case letters, digits and hyphens",
    wholePicture: "whole picture",
    ofTypes: (types: string) => `defect types: ${types}`,
    unused: (words: string) => `played no part: ${words}`,
    withoutModel: "Without a model of pictures and words only defect types are searched.",
    nothingFound: "No case was found.",
    countInvalid: "It must be a whole number from 1 to 50.",
  },
  modelChange: {
    current: (product: string, model: string) => `${product} uses ${model}.`,
    switched: (product: string, from: string, to: string) => `${product}: ${from} → ${to}.`,
    tried: (product: string, from: string, to: string) =>
      `${product}: ${from} → ${to}, a trial. Nothing was changed.`,
    view: (of: { view: string; references: number; inputLongEdgePx: number }) =>
      `${of.view}: ${of.references} good pictures at ${of.inputLongEdgePx} px`,
    threshold: (before: string, now: string) => `threshold ${before} → ${now}`,
    compared: (count: number, changed: number) =>
      `${changed} of ${count} recorded inspections would end otherwise by the anomaly test.`,
    unreadable: (count: number) => `The pictures of ${count} are not there any more.`,
    nowFails: "would fail",
    nowDoesNot: "would not fail",
    backHint: (product: string) => `gumsa product model ${product} --back`,
  },
};
