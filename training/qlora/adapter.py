"""The base model, quantised for training, and the LoRA adapter on it."""

import torch
from peft import LoraConfig, PeftModel, get_peft_model, prepare_model_for_kbit_training
from transformers import AutoModelForImageTextToText, BitsAndBytesConfig

RANK = 16
ALPHA = 32
DROPOUT = 0.05
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def load_base(name: str, is_quantized: bool):
    """NF4 with double quantisation, computing in bfloat16 (Dettmers et al. 2023); whole float32 without a GPU."""
    if not is_quantized:
        return AutoModelForImageTextToText.from_pretrained(name, dtype=torch.float32)
    nf4 = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    model = AutoModelForImageTextToText.from_pretrained(
        name, quantization_config=nf4, dtype=torch.bfloat16, device_map={"": 0}
    )
    return prepare_model_for_kbit_training(model)


def add_adapter(model) -> PeftModel:
    """On the language model alone: the vision tower has none of these names and stays as it is."""
    config = LoraConfig(
        r=RANK, lora_alpha=ALPHA, lora_dropout=DROPOUT, target_modules=TARGETS, task_type="CAUSAL_LM"
    )
    return get_peft_model(model, config)
