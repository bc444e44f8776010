// Why a reader did not do its job, in words. A reason is a code of the error table or a short English text of
// the reader itself; a text that is not known here is shown as it is.
import { ERRORS, type ErrorCode } from "../errors.ts";

export const reasonInEnglish = (reason: string): string =>
  isErrorCode(reason) ? inBrackets(ERRORS[reason].meaning) : reason;

export const reasonInKorean = (reason: string): string => {
  const known = isErrorCode(reason) ? KOREAN[reason] : KOREAN_REASONS[reason];
  return known ?? reasonInEnglish(reason);
};

const isErrorCode = (reason: string): reason is ErrorCode => Object.hasOwn(ERRORS, reason);

/** A sentence of the table, made fit to stand in brackets. */
const inBrackets = (meaning: string): string =>
  `${meaning.charAt(0).toLowerCase()}${meaning.slice(1).replace(/\.\s*$/u, "")}`;

/** Reasons that readers give in their own words. */
const KOREAN_REASONS: Readonly<Record<string, string>> = {
  "the reference cannot be laid over this picture: their edges agree too little":
    "기준 사진을 이 사진에 맞출 수 없음: 윤곽이 너무 다름",
  "the reference cannot be laid over this picture: they overlap too little":
    "기준 사진을 이 사진에 맞출 수 없음: 겹치는 부분이 너무 적음",
  "there is no other good picture to compare with": "비교할 다른 정상 사진이 없음",
  "no case of this product has a place on its picture": "결함 위치가 있는 사례가 없음",
  "the product has no defect types": "제품에 결함 유형이 없음",
  "no product was named": "제품이 지정되지 않음",
  "the deadline was over": "제한 시간이 지남",
};

const KOREAN: Partial<Record<ErrorCode, string>> = {
  image_unreadable: "사진을 읽을 수 없음",
  image_damaged: "사진 데이터가 손상됨",
  image_too_large: "사진이 너무 큼",
  image_too_small: "사진이 너무 작음",
  product_unknown: "등록되지 않은 제품",
  references_too_few: "학습할 정상 사진이 부족함",
  blob_missing: "저장된 데이터가 없거나 손상됨",
  model_missing: "필요한 모델이 설치되지 않음",
  model_damaged: "모델 파일이 손상됨",
  llm_unavailable: "언어 모델 서버가 응답하지 않음",
  llm_model_missing: "요청한 언어 모델이 서버에 없음",
  llm_timeout: "언어 모델이 제시간에 답하지 않음",
  llm_unusable: "언어 모델의 답을 쓸 수 없음",
  llm_blind: "언어 모델이 사진을 보지 못함",
  adapter_unproven: "어댑터가 기본 모델의 답을 개선한다고 확인되지 않음",
  store_full: "저장 공간이 부족함",
  store_busy: "저장소를 다른 프로세스가 사용 중임",
  store_damaged: "저장소를 읽을 수 없음",
  cancelled: "작업이 취소됨",
  internal: "내부 오류",
};
