// Words that say nothing about what is sought.

const WORDS = new Set(
  [
    "a an the of to in on at is are was were be been being do does did done what which who whom whose how why when",
    "where that this these those there here it its they them their he she i we you me my our your us should must can",
    "could would may might will shall have has had and or not no nor with without for from by as if than then into per",
    "each about so but also any some such please tell show give get let long often many much far look like",
    "및 또는 그리고 그러나 무엇 무엇이 무엇을 무엇인가 무엇인가요 무엇입니까 뭐 뭔가요 뭐야 어떻게 어떤 어느 왜 언제 어디 어디에 누가",
    "이 그 저 수 것 것은 것이 때 때는 등 더 할 한 안 못 좀 잘 위해 위한 대한 대해 대하여 관한 따라 때문에 있는 있다 있나요 있습니까",
    "없다 한다 하는 하면 해야 하나요 합니까 합니다 된다 되는 되나요 됩니까 됩니다 인가요 입니까 몇 얼마나 며칠마다 알려줘 알려주세요 주세요 줘 요 까지 까지인가요 까지입니까 까지만",
  ].flatMap((line) => line.split(" ")),
);

const PAIRS = new Set(
  "한다 된다 니다 니까 합니 됩니 습니 입니 하는 하면 하여 하고 되는 되면 이다 에서 으로 부터 까지 나요 가요 까요 인가 세요".split(
    " ",
  ),
);

export const isStopWord = (word: string): boolean => WORDS.has(word);

/** Two syllables that are only the end of a verb or a particle. */
export const isStopPair = (pair: string): boolean => PAIRS.has(pair);
