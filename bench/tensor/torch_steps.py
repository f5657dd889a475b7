"""torch_steps.py WORKLOAD THREADS STEPS [WARM_UP]: the same training steps in PyTorch; prints one line of JSON."""
import json
import math
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

BATCH, LATENT = 32, 100


def leaky(x):
    return F.leaky_relu(x, 0.2)


class Generator(nn.Module):
    def __init__(self, size, first, widths, strides):
        super().__init__()
        self.size, self.first = size, first
        self.dense = nn.Linear(LATENT, size * size * first, bias=False)
        self.norm = nn.BatchNorm1d(size * size * first)
        ends = [first, *widths]
        self.ups = nn.ModuleList(
            nn.ConvTranspose2d(a, b, 5, s, 2, s - 1, bias=False) for a, b, s in zip(ends, widths, strides)
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(width) for width in widths[:-1])

    def forward(self, z):
        x = leaky(self.norm(self.dense(z))).view(-1, self.first, self.size, self.size)
        for up, norm in zip(self.ups, self.norms):
            x = leaky(norm(up(x)))
        return torch.tanh(self.ups[-1](x))


class Critic(nn.Module):
    def __init__(self, widths, flat):
        super().__init__()
        self.downs = nn.ModuleList(nn.Conv2d(a, b, 5, 2, 2) for a, b in zip(widths, widths[1:]))
        self.dense = nn.Linear(flat, 1)

    def forward(self, x):
        for down in self.downs:
            x = F.dropout(leaky(down(x)), 0.3)
        return self.dense(x.flatten(1))


def gan_step(generator, critic, shape):
    one, zero = torch.ones(BATCH, 1), torch.zeros(BATCH, 1)
    real = torch.rand(BATCH, *shape) * 2 - 1
    options = dict(lr=1e-4, betas=(0.5, 0.999))
    of_generator = torch.optim.Adam(generator.parameters(), **options)
    of_critic = torch.optim.Adam(critic.parameters(), **options)
    loss_of = nn.BCEWithLogitsLoss()

    def step():
        z = torch.randn(BATCH, LATENT)
        with torch.no_grad():
            fake = generator(z)
        loss = loss_of(critic(real), one) + loss_of(critic(fake), zero)
        of_critic.zero_grad()
        loss.backward()
        of_critic.step()
        # The critic's own gradients are not needed while the generator learns.
        for parameter in critic.parameters():
            parameter.requires_grad_(False)
        loss = loss_of(critic(generator(z)), one)
        of_generator.zero_grad()
        loss.backward()
        of_generator.step()
        for parameter in critic.parameters():
            parameter.requires_grad_(True)
        return loss.item()

    return step


def dcgan28():
    return gan_step(Generator(7, 256, [128, 64, 1], [1, 2, 2]), Critic([1, 64, 128], 7 * 7 * 128), (1, 28, 28))


def dcgan64():
    return gan_step(Generator(4, 512, [256, 128, 64, 3], [2, 2, 2, 2]), Critic([3, 64, 128, 256, 512], 4 * 4 * 512), (3, 64, 64))


def vgg32():
    conv = lambda a, b: [nn.Conv2d(a, b, 3, padding=1), nn.ReLU()]
    pool = lambda: [nn.MaxPool2d(2)]
    body = [*conv(3, 64), *conv(64, 64), *pool(), *conv(64, 128), *conv(128, 128), *pool(), *conv(128, 256), *pool()]
    network = nn.Sequential(*body, nn.Flatten(), nn.Linear(4096, 10))
    pictures, labels = torch.rand(BATCH, 3, 32, 32), torch.arange(BATCH) % 10
    optimiser = torch.optim.Adam(network.parameters(), 1e-3)

    def step():
        loss = F.cross_entropy(network(pictures), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return loss.item()

    return step


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.Parameter(torch.ones(width)), nn.Parameter(torch.ones(width))
        self.query, self.key, self.value, self.out = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.widen, self.narrow = nn.Linear(width, 4 * width, bias=False), nn.Linear(4 * width, width, bias=False)

    def forward(self, x, mask):
        batch, context, width = x.shape
        h = normalise(x, self.before)
        split = lambda y: y.view(batch, context, self.heads, width // self.heads).transpose(1, 2)
        q, k, v = split(self.query(h)), split(self.key(h)), split(self.value(h))
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, context, width)
        x = x + self.out(mixed)
        return x + self.narrow(F.relu(self.widen(normalise(x, self.between))))


def normalise(x, scale):
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-5) * scale


def gpt345k():
    vocabulary, width, heads, blocks, context, batch = 65, 96, 4, 3, 64, 16
    tokens = nn.Embedding(vocabulary, width)
    places = nn.Parameter(torch.randn(context, width) * 0.02)
    layers = nn.ModuleList(Block(width, heads) for _ in range(blocks))
    last = nn.Parameter(torch.ones(width))
    mask = torch.triu(torch.full((context, context), -1e9), 1)
    index = torch.arange(batch * context)
    text = ((index * 7 + (index >> 3)) % vocabulary).view(batch, context)
    following = ((index + 1) * 7 + ((index + 1) >> 3)) % vocabulary
    optimiser = torch.optim.Adam([*tokens.parameters(), places, *layers.parameters(), last], 2e-3, (0.9, 0.99))

    def step():
        x = tokens(text) + places
        for layer in layers:
            x = layer(x, mask)
        logits = normalise(x, last) @ tokens.weight.t()
        loss = F.cross_entropy(logits.view(-1, vocabulary), following)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return loss.item()

    return step


workload, threads, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
warm_up = int(sys.argv[4]) if len(sys.argv) > 4 else 3
torch.set_num_threads(threads)
torch.manual_seed(7)
step = dict(dcgan28=dcgan28, dcgan64=dcgan64, vgg32=vgg32, gpt345k=gpt345k)[workload]()
times = []
for i in range(warm_up + steps):
    begun = time.perf_counter()
    loss = step()
    if i >= warm_up:
        times.append((time.perf_counter() - begun) * 1e3)
print(json.dumps(dict(milliseconds=times, loss=loss, description="PyTorch " + torch.__version__)))
