"""What interviews ask reaches an exercise, or an answer to be said aloud.

`tests/questions.tsv` lists what five published collections of interview questions ask, in our own words, with repetitions, as
interviewers repeat each other.  Each row names the question under which the index of exercises/README.md lists it, or the
heading in exercises/spoken.md.
"""

from __future__ import annotations

import re

from conftest import ROOT, load

from grader import catalog, generate

ROWS = [line.split("\t") for line in (ROOT / "tests/questions.tsv").read_text(encoding="utf-8").splitlines()]
# What a learner who searches for it would call it -> the exercise in which to write it.
ASKED_TO_CODE = {
    "ReLU": "activations/relu",
    "softmax": "activations/softmax",
    "linear layer": "perceptron/affine",
    "layer normalization": "normalization/layer_norm",
    "softmax attention": "attention/scaled_dot_product_attention",
    "multi-head attention": "attention/multi_head_attention",
    "batch normalization": "normalization/batchnorm_forward",
    "RMS normalization": "normalization/rms_norm",
    "causal self-attention": "attention/causal_attention",
    "grouped-query attention": "attention/grouped_query_attention",
    "sliding-window attention": "attention/sliding_window_attention",
    "linear attention": "attention/linear_attention",
    "GPT-2 block": "transformers/transformer_block",
    "key-value cache": "attention/kv_cache_attention",
    "SwiGLU": "transformers/swiglu",
    "cross-entropy": "losses/softmax_cross_entropy",
    "dropout": "regularization/dropout_forward",
    "embedding": "transformers/embedding",
    "GELU": "activations/gelu",
    "Kaiming initialization": "initialization/kaiming_normal",
    "gradient-norm clipping": "gradient_flow/clip_by_global_norm",
    "2-D convolution": "convolution/conv2d",
    "cross-attention": "attention/cross_attention",
    "rotary position embedding": "attention/rope",
    "flash attention": "attention/flash_attention",
    "LoRA": "transformers/lora_linear",
    "ViT patch embedding": "transformers/patch_embedding",
    "mixture of experts": "transformers/moe_layer",
    "Adam": "optimizers/adam_step",
    "cosine schedule with warm-up": "optimizers/cosine_with_warmup",
    "gradient accumulation": "gradient_descent/accumulate_gradients",
    "top-k and top-p sampling": "llm/top_k_top_p_sampling",
    "beam search": "llm/beam_search",
    "speculative decoding": "llm/speculative_accept",
    "byte-pair encoding": "llm/byte_pair_encoding",
    "int8 linear layer": "llm/int8_linear",
    "DPO": "alignment/dpo_loss",
    "GRPO": "alignment/grpo_loss",
    "PPO": "alignment/ppo_clip_loss",
    "linear regression": "gradient_descent/linear_gd",
}


def test_every_question_is_answered_where_it_says() -> None:
    listed = {question for name in catalog.exercise_ids(ROOT) for question in load(name).about.questions}
    spoken = set(re.findall(r"^## (.+)$", (ROOT / "exercises/spoken.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert [row for row in ROWS if row[1] not in listed | spoken] == []
    assert sum(row[1] in listed for row in ROWS) == 206
    assert sum(row[1] in spoken for row in ROWS) == 15
    assert spoken <= {row[1] for row in ROWS}


def test_the_page_of_a_topic_answers_its_questions() -> None:
    """Each question of an exercise is a heading of its topic's page, or of the page of another topic that has it too."""
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in (ROOT / "solutions").glob("*/README.md")}
    missing = []
    for name in catalog.exercise_ids(ROOT):
        for question in load(name).about.questions:
            if not any(f"\n### {question}\n" in page for page in pages.values()):
                missing.append((name, question))
    assert missing == []


def test_every_question_of_the_index_leads_to_its_answer() -> None:
    """Links of exercises/README.md: each question's heading is on the page that it names."""
    index = (ROOT / "exercises/README.md").read_text(encoding="utf-8")
    lines = [line for line in index[index.index("## From the question") :].splitlines() if line.startswith("- ")]
    assert len(lines) > 250
    for line in lines:
        question, page, name = re.match(r"- \[(.+?)\]\((\S+\.md)#(\S+)\)", line).groups()
        headings = re.findall(r"^###? (.+)$", (ROOT / "exercises" / page).read_text(encoding="utf-8"), re.MULTILINE)
        assert name in [generate.anchor(heading) for heading in headings], line
        assert question in headings


def test_what_is_asked_to_be_coded_is_an_exercise() -> None:
    assert len(ASKED_TO_CODE) == 40
    assert set(ASKED_TO_CODE.values()) <= set(catalog.exercise_ids(ROOT))
